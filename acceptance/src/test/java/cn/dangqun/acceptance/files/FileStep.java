package cn.dangqun.acceptance.files;

import java.nio.file.Path;
import java.util.stream.Stream;

/// A step of the program that touches several files, or one by several calls, in a directory of its own.
interface FileStep {
    /// What lies there before.
    void prepare(Path directory) throws Exception;

    /// In a process of its own, which may be killed.
    void run(Path directory) throws Exception;

    /// The program starts on what it finds; everybody and everything must be there.
    void check(Path directory) throws Exception;

    static Stream<FileStep> all() {
        return Stream.concat(Stream.of(KioskStep.values()), Stream.of(StreetStep.values()));
    }

    static FileStep named(String name) {
        return all().filter(each -> each.toString().equals(name)).findFirst().orElseThrow();
    }
}
