package cn.dangqun.server.vault;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One file a secret, readable by its owner only. What is half written has a name of its own until it is whole.
record FileSecrets(Path directory) implements Secrets {
    /// What lies in the directory and is no secret: the database with its log, and the lock.
    private static final List<String> OTHERS = List.of("street.db", "in-use.lock");

    static FileSecrets in(Path directory) throws IOException {
        OwnerFiles.createDirectory(directory);
        return new FileSecrets(directory);
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        var file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void keep(String name, byte[] secret) throws IOException {
        OwnerFiles.replace(directory.resolve(name), secret);
    }

    @Override
    public List<String> names(String prefix) throws IOException {
        return files(prefix).stream()
                .map(each -> each.getFileName().toString())
                .filter(each -> !each.endsWith(OwnerFiles.DRAFT))
                .sorted()
                .toList();
    }

    @Override
    public List<String> all() throws IOException {
        return names("").stream()
                .filter(each -> Files.isRegularFile(directory.resolve(each)))
                .filter(each -> OTHERS.stream().noneMatch(each::startsWith))
                .toList();
    }

    @Override
    public void destroyOthers(String prefix, String kept) throws IOException {
        for (var each : files(prefix)) {
            if (!each.getFileName().toString().equals(kept)) {
                OwnerFiles.destroy(each);
            }
        }
    }

    private List<Path> files(String prefix) throws IOException {
        try (var files = Files.newDirectoryStream(
                directory, each -> each.getFileName().toString().startsWith(prefix))) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            return found;
        }
    }
}
