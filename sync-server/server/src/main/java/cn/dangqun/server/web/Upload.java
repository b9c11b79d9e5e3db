package cn.dangqun.server.web;

import java.nio.file.Path;

/// A file that came with a form, already bounded in size. `name` is what the browser calls it; the file goes away with
/// the answer, so that who wants it moves it.
public record Upload(String name, Path file) {
    @Override
    public String toString() {
        return "Upload";
    }
}
