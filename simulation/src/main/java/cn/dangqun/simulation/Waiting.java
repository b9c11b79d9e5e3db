package cn.dangqun.simulation;

import cn.dangqun.simulation.story.Step;

/// Somebody before a kiosk who has no answer yet.
record Waiting(Step step, Stage stage) {
    void begin() {
        stage.unanswered().add(step);
    }

    void end() {
        stage.unanswered().remove(step);
    }
}
