import { CountryDayController } from './country-day.controller.js';
import { CountryDayRepository } from './country-day.repository.js';
import { NilReportsController } from './nil-reports.controller.js';
import { SendNilReports } from './send-nil-reports.js';
import { SignNationalDay } from './sign-national-day.js';

/** What the contact point does for its country, for the module. */
export const CONTACT_POINT_CONTROLLERS = [CountryDayController, NilReportsController];
export const CONTACT_POINT_PROVIDERS = [CountryDayRepository, SignNationalDay, SendNilReports];
