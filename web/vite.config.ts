import { defineConfig } from "vite";

// Each page loads the entry it needs; names carry a hash of the content, so browsers may keep them.
export default defineConfig({
  base: "/static/",
  publicDir: false,
  build: {
    outDir: "../service/static",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 3000,
    rollupOptions: {
      input: { site: "src/site.ts", lineage: "src/lineage.ts", read: "src/read.ts", sparql: "src/sparql.ts" },
    },
  },
});
