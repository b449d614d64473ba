import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';

const read = (name: string): string => readFileSync(new URL(`views/${name}`, import.meta.url), 'utf8');
const STYLE = read('pages.css');
const MARK = read('mark.svg');

/** What pages load beside themselves. */
@Controller('assets')
export class AssetsController {
  @Get('pages.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  style(): string {
    return STYLE;
  }

  @Get('mark.svg')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'no-cache')
  mark(): string {
    return MARK;
  }
}
