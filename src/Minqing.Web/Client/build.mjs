// One build per entry: what is inlined must be a classic script of its own for old browsers; only staff pages load modules.
import { build } from "vite";
import { rm } from "node:fs/promises";

const out = "../wwwroot/app";
const old = ["es2018", "chrome70", "safari12", "firefox63"];
const now = ["es2020", "chrome87", "safari14", "firefox86"];

const one = (name, file, target, format) => build({
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  base: "/app/",
  build: {
    outDir: out,
    emptyOutDir: false,
    target,
    cssTarget: target,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { [name]: file },
      output: { format, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name][extname]" },
    },
  },
});

await rm(out, { recursive: true, force: true });
await Promise.all([
  one("citizen", "src/citizen.ts", old, "iife"),
  one("course", "src/course.ts", old, "iife"),
  one("worker", "src/worker.ts", old, "iife"),
  one("staff", "src/staff.ts", now, "es"),
  one("report-look", "src/styles/citizen.css", old, "es"),
  one("course-look", "src/styles/course.css", old, "es"),
  one("staff-look", "src/styles/staff.css", now, "es"),
]);
