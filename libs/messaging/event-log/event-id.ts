import { v5 } from 'uuid';

/** Names the id space of the product's events; never to be changed. */
const NAMESPACE = '3e8b0b0e-8c1f-5d0a-9a43-6c2f1b7d5e10';

/** The id of an event follows from what it is, so that the same history has the same ids everywhere. */
export function eventId(topic: string, key: string, sequence: number, type: string): string {
  return v5(`${topic}|${key}|${sequence}|${type}`, NAMESPACE);
}
