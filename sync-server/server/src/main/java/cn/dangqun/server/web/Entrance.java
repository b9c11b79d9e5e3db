package cn.dangqun.server.web;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Where features hang up their pages. Paths are Vert.x paths (`/activities/:id`). Every function runs on a virtual
/// thread, may block, and is asked only what the route's [Policy] admits.
public interface Entrance {

    /// People who must be signed in and are not are led to the login.
    void page(String path, Policy policy, Function<Visit, Reply> answer);

    /// A posted form. Its token is checked before all else.
    void action(String path, Policy policy, Function<Visit, Reply> answer);

    /// A posted form that brings a file. Who may not post it is turned away before the file is read.
    void upload(String path, Policy policy, UploadRule rule, Function<Visit, Reply> answer);

    /// Server-sent events for people who are signed in, admitted again at every refresh.
    void live(String path, Policy policy, LiveView view);

    /// What another system reads with a token, as JSON. No cookie counts here, and a token counts nowhere else.
    void data(String path, Policy policy, DataRule rule, Function<Visit, Reply> answer);

    /// An entry of the menu, in the order of the calls, for those who may see the page at `path`. `textKey` names its
    /// text.
    default void menu(String path, String textKey) {
        menu(path, textKey, viewer -> 0);
    }

    /// The same with a number of things that wait for somebody; zero is not shown.
    void menu(String path, String textKey, ToIntFunction<Viewer> waiting);

    /// Pages below `part` belong to the entry of the menu at `path`, which stands before.
    void menuPart(String path, String part);
}
