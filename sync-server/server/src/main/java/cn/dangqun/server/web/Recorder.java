package cn.dangqun.server.web;

/// Writes what somebody looked at into the street's record. Returns when it lasts; throws when it cannot.
@FunctionalInterface
public interface Recorder {
    void looked(Visit visit, Auditable action, String subject);
}
