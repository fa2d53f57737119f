/** A grey square, as WebP: what is shown where there is no image. */
export const placeholder = Buffer.from(
  'UklGRloAAABXRUJQVlA4IE4AAAAwBQCdASpgAGAAPtFosVMoJaSioOgBABoJaQDUDwJATzzL3Gn5iD659BCrp4JVfL2sAAD+7zlAvQ1MW5SpsXnGN80kxfcZQwkIsDQgAAA=',
  'base64',
);
