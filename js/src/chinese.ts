/** Comes after the first paint, to those who read it. */
export { zh as default } from "./i18n.ts";
