package cn.dangqun.bench.kiosk;

import java.nio.file.Files;
import java.nio.file.Path;

/// What `./run package` leaves of the kiosk: what people install is what is measured.
final class PackageTree {
    private static final int USAGE = 2;

    private PackageTree() {}

    /// The one named, or the ordinary one. Ends the process when it is not there.
    static Path named(String[] arguments, int position) {
        var tree = Path.of(arguments.length > position ? arguments[position] : "target/packages/kiosk")
                .toAbsolutePath();
        if (!Files.isExecutable(tree.resolve("usr/bin/dangqun-kiosk"))) {
            System.err.println("no package at " + tree + "; make it first: ./run package");
            System.exit(USAGE);
        }
        return tree;
    }
}
