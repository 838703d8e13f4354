/** Preloaded into the web server: ends it when its starter is gone, even by kill -9, so that the port is free again. */
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
