package cn.dangqun.server.upkeep;

import cn.dangqun.store.SqliteFile;
import java.nio.file.Path;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The street's database for whoever looks at it from outside and changes nothing: no migration, no writer.
record StreetFile(Path data) {
    SqliteFile file() {
        return new SqliteFile(data.resolve("street.db"));
    }

    <T> T read(Function<Handle, T> question) {
        return Jdbi.create(() -> file().openForReading()).inTransaction(question::apply);
    }

    long number(String sql) {
        return read(
                handle -> handle.createQuery(sql).mapTo(Long.class).findOne().orElse(0L));
    }

    long facts() {
        return number("SELECT count(*) FROM chain WHERE street = 1 AND last_seq > 0");
    }
}
