import base from "./base.css?inline";
import forced from "./forced.css?inline";
import history from "./history.css?inline";
import inspector from "./inspector.css?inline";
import log from "./log.css?inline";
import panel from "./panel.css?inline";
import player from "./player.css?inline";
import prompt from "./prompt.css?inline";
import theme from "./theme.css?inline";
import timeline from "./timeline.css?inline";
import upload from "./upload.css?inline";

const parts = [panel, upload, log, prompt, player, timeline, inspector, history];

export const styles = [theme, base, ...parts, forced].join("\n");
