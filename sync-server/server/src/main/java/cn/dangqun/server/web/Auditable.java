package cn.dangqun.server.web;

/// Something that stands in the street's record of what people did. Implemented by the enum of all of them.
public interface Auditable {
    String name();
}
