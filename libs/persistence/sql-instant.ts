/** SQL that reads a `timestamptz` column as the product writes instants: RFC 3339 in UTC with milliseconds. */
export function sqlInstant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
