package cn.dangqun.server.web;

import java.util.Optional;

/// What stands at the head of every page. May read the database.
public interface Headline {
    /// The street's name.
    String street();

    /// What whoever answers for the whole street must hear before anything else.
    Optional<String> alarm();
}
