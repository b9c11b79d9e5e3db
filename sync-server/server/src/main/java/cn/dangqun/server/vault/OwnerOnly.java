package cn.dangqun.server.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether nobody but the service's own account reads what lies in a data directory.
public final class OwnerOnly {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnly() {}

    /// The directory if others may enter it, and every key in it that others may read.
    public static List<Path> openToOthers(Path directory) throws IOException {
        var found = new ArrayList<Path>();
        if (!isOwners(directory)) {
            found.add(directory);
        }
        for (var name : FileSecrets.in(directory).all()) {
            if (!isOwners(directory.resolve(name))) {
                found.add(directory.resolve(name));
            }
        }
        return found;
    }

    private static boolean isOwners(Path path) throws IOException {
        return OWNERS.containsAll(Files.getPosixFilePermissions(path));
    }
}
