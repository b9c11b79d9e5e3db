package cn.dangqun.acceptance.files;

import java.nio.file.Path;

/// The process that is killed: runs one step in a directory.
final class StepMain {
    private StepMain() {}

    public static void main(String[] arguments) throws Exception {
        FileStep.named(arguments[0]).run(Path.of(arguments[1]));
        System.exit(0);
    }
}
