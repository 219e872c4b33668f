// Dates as pages write them: 05/01/2014 as official papers do, 5 January 2014 in English.

export function day(date: string, language: string): string {
  const [year = "", month = "", number = ""] = date.split("-");
  if (language === "en") {
    const parts: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
    if (month) parts.month = "long";
    if (number) parts.day = "numeric";
    const at = new Date(Date.UTC(Number(year), Number(month || 1) - 1, Number(number || 1)));
    return at.toLocaleDateString("en-GB", parts);
  }
  const shown = [padded(number, 10), padded(month, 3), year];
  return shown.filter(Boolean).join("/");
}

/** Days below 10 and months below 3 have a nought before them (Nghị định 30/2020/NĐ-CP). */
function padded(part: string, below: number): string {
  const value = Number(part);
  return part && (value < below ? String(value).padStart(2, "0") : String(value));
}
