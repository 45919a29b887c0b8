export const DRAFT = {
  d: 9500,
  m: { schema: 1, width: 1920, height: 1080, fps: 30 },
  t: [
    {
      id: "v1",
      tt: 0,
      m: { name: "Photos" },
      sg: [
        { id: "s1", s: 0, d: 3500, m: { name: "beach.jpg", src: "asset:a", kind: "image" } },
        {
          id: "s2",
          s: 3500,
          d: 3000,
          m: {
            name: "pier.jpg",
            src: "asset:b",
            motion: { kind: "pan-left", amount: 0.1 },
            transition: { kind: "crossfade", d: 500 },
          },
        },
        { id: "s3", s: 6500, d: 3000, m: { name: "sunset.jpg", src: "asset:c" } },
      ],
    },
    {
      id: "a1",
      tt: 1,
      m: { name: "BGM" },
      sg: [{ id: "m1", s: 0, d: 9500, m: { name: "Lo-fi", src: "music:lofi", volume: 0.35 } }],
    },
    { id: "x1", tt: 7, m: { name: "Titles" }, sg: [{ id: "x", s: 0, d: 3000, m: { text: "Urban Dreams" } }] },
  ],
};
