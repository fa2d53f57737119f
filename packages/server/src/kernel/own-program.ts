/**
 * Where a program that lies beside a module is, as JavaScript for a process or thread of its own: what was built of it
 * when the module itself runs from its TypeScript.
 *
 * @param moduleUrl `import.meta.url` of the module.
 * @param name file name of the program without its ending.
 */
export function programBeside(moduleUrl: string, name: string): URL {
  const built = moduleUrl.endsWith('.ts') ? moduleUrl.replace(/\/src\/(?!.*\/src\/)/, '/dist/') : moduleUrl;
  return new URL(`./${name}.js`, built);
}
