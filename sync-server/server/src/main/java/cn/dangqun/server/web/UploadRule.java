package cn.dangqun.server.web;

import java.nio.file.Path;

/// Where a route lets files come to rest, and how large the whole form may be.
public record UploadRule(Path folder, long bytes) {}
