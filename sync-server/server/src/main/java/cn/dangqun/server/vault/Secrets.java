package cn.dangqun.server.vault;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Secrets by name: few, small, kept for years, and never given out by halves. A secret that was kept is there
/// after a power cut. Throws IOException when what keeps them fails.
public interface Secrets {
    Optional<byte[]> read(String name) throws IOException;

    /// Takes the place of what had the name before.
    void keep(String name, byte[] secret) throws IOException;

    /// Names that begin so, of secrets that are whole.
    List<String> names(String prefix) throws IOException;

    /// Names of all secrets that are whole: what a backup must hold beside the database.
    List<String> all() throws IOException;

    /// Makes an end of every other secret whose name begins so, and of what a crash left half kept.
    void destroyOthers(String prefix, String kept) throws IOException;
}
