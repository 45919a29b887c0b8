import { expect, test } from "vitest";
import { stringsFor, vocabulary } from "./i18n.ts";

test("the first language that is spoken here wins", () => {
  expect(stringsFor("", "zh-CN", "en").send).toBe("发送");
  expect(stringsFor("fr", "en-GB").send).toBe("Send");
  expect(stringsFor(null, undefined, "").send).toBe("Send");
});

test("names from a later vocabulary are shown as they are", () => {
  const strings = stringsFor("en");
  expect(vocabulary(strings, "fade-black")).toBe("fade through black");
  expect(vocabulary(strings, "star-wipe")).toBe("star wipe");
});
