package cn.dangqun.server.db;

import java.util.List;

/// What SQL says otherwise from one database engine to another; all other SQL of the server means the same in SQLite
/// and in PostgreSQL (docs/decisions/0014). A second engine is added here and nowhere else.
public final class Dialect {
    /// Makes a connection refuse to write.
    static final String ONLY_READS = "PRAGMA query_only = ON";

    /// The one connection that writes may hold more pages than each that reads (16 MB), and keeps what it may have to
    /// undo in memory: a part of a transaction is at most a push.
    static final List<String> WRITERS_OWN = List.of("PRAGMA cache_size = -16384", "PRAGMA temp_store = MEMORY");

    private Dialect() {}

    /// A condition: the text `part` stands somewhere in `text`, letter for letter. Both are SQL, and neither is null.
    public static String contains(String text, String part) {
        return "instr(" + text + ", " + part + ") > 0";
    }
}
