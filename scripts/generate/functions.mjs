// Writes the function metadata that Excel reads before any of our code runs: name, help and arguments, in English and
// Dutch.
// The source is the catalogue of packages/functions, and so the definitions of the indicators. JSON allows no comments,
// so the notice stands here: never edit these files by hand.
const metadataIn = (language) => async () => {
  const { metadata } = await import("@prestatieafspraken/functions");
  return `${JSON.stringify(metadata(language), null, 2)}\n`;
};

export default [
  { file: "addin/functions/functions.json", make: metadataIn("en") },
  { file: "addin/functions/functions-nl.json", make: metadataIn("nl") },
];
