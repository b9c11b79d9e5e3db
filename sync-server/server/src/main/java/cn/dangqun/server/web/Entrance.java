package cn.dangqun.server.web;

import java.util.Optional;
import java.util.function.Function;

/// Where features hang up their pages. Paths are Vert.x paths (`/activities/:id`). Every function runs on a virtual
/// thread and may block.
public interface Entrance {

    /// A page for signed-in people; others are led to the login.
    void page(String path, Function<Visit, Reply> answer);

    /// A form of a signed-in person. Its token is checked before `answer` runs.
    void action(String path, Function<Visit, Reply> answer);

    /// A page for everybody.
    void openPage(String path, Function<Visit, Reply> answer);

    /// A form for everybody, with a token of its own against forged logins.
    void openAction(String path, Function<Visit, Reply> answer);

    /// Server-sent events for signed-in people; empty answers 404.
    void live(String path, Function<Visit, Optional<LiveView>> view);

    /// An entry of the menu, in the order of the calls. `textKey` names its text.
    void menu(String path, String textKey);
}
