package cn.dangqun.server.web;

/// The pages one feature brings to the console.
public interface Routes {
    void mount(Entrance entrance);
}
