package cn.dangqun.server.db;

/// What SQL says otherwise from one database engine to another; all other SQL of the server means the same in SQLite
/// and in PostgreSQL (docs/decisions/0014). A second engine is added here and nowhere else.
public final class Dialect {
    /// Makes a connection refuse to write.
    static final String ONLY_READS = "PRAGMA query_only = ON";

    private Dialect() {}

    /// A condition: the text `part` stands somewhere in `text`, letter for letter. Both are SQL, and neither is null.
    public static String contains(String text, String part) {
        return "instr(" + text + ", " + part + ") > 0";
    }
}
