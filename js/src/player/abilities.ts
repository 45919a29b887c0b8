/** What this page can't show of a film, H.264 pictures or AAC sound: some editors come without the one or both. */
export function cannotPlay(): "" | "picture" | "sound" {
  const video = document.createElement("video");
  const plays = (type: string) => video.canPlayType(type) !== "";
  if (!plays('video/mp4; codecs="avc1.640028"')) return "picture";
  return plays('audio/mp4; codecs="mp4a.40.2"') ? "" : "sound";
}
