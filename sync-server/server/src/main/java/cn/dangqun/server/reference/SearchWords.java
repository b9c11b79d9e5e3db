package cn.dangqun.server.reference;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Pinyin;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The words by which members are found, kept beside their columns.
public record SearchWords(Handle handle) {
    private static final Pinyin PINYIN = new Pinyin();
    private static final int SLICE = 200;

    /// Reads the tables of how names are read, which takes a second: no write shall wait for them.
    public static void learn() {
        var _ = PINYIN.words("样例");
    }

    void put(String member, String name) {
        remove(member);
        var batch = handle.prepareBatch("INSERT INTO member_word (street, word, member) VALUES (1, ?, ?)");
        PINYIN.words(name).forEach(word -> batch.add(word, member));
        batch.execute();
    }

    void remove(String member) {
        handle.execute("DELETE FROM member_word WHERE street = 1 AND member = ?", member);
    }

    /// What a name is sorted by; never empty.
    static String reading(String name) {
        var syllables = PINYIN.syllables(name);
        return syllables.isEmpty() ? name : syllables;
    }

    /// For members that an older program entered. Blocks; in slices, so that no other write waits for all of them.
    public static void complete(Database database) {
        while (database.write((handle, changes) -> new SearchWords(handle).slice()) == SLICE) {
            // until none is left
        }
        while (database.write((handle, changes) -> new SearchWords(handle).unread()) == SLICE) {
            // until none is left
        }
    }

    private int slice() {
        var without = handle.createQuery("""
                        SELECT m.id, m.name FROM member m WHERE m.street = 1 AND NOT EXISTS (
                          SELECT 1 FROM member_word w WHERE w.street = 1 AND w.member = m.id)
                        ORDER BY m.id LIMIT\s""" + SLICE)
                .map((row, ignored) -> Map.entry(row.getString("id"), row.getString("name")))
                .list();
        without.forEach(each -> put(each.getKey(), each.getValue()));
        return without.size();
    }

    private int unread() {
        var unread = handle.createQuery("SELECT id, name FROM member WHERE street = 1 AND reading = '' LIMIT " + SLICE)
                .map((row, ignored) -> Map.entry(row.getString("id"), row.getString("name")))
                .list();
        unread.forEach(each -> handle.execute(
                "UPDATE member SET reading = ? WHERE street = 1 AND id = ?", reading(each.getValue()), each.getKey()));
        return unread.size();
    }
}
