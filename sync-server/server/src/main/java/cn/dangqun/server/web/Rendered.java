package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import java.util.Map;
import java.util.function.Function;

/// HTML of parts that follows from their models alone, kept for those shown last: of a page of which one row changed,
/// one row is made. Models are compared by value. For any thread.
@OneProcess("Part of what browsers of this process see.")
public final class Rendered<M> {
    private final Function<M, String> template;
    private final Map<M, String> made;

    /// Keeps at most so many.
    public Rendered(int most, Function<M, String> template) {
        this.template = template;
        this.made = new Latest<>(most);
    }

    public String of(M model) {
        synchronized (made) {
            var known = made.get(model);
            if (known != null) {
                return known;
            }
        }
        var fresh = template.apply(model);
        synchronized (made) {
            made.put(model, fresh);
        }
        return fresh;
    }
}
