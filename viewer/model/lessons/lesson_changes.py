"""What can become of a lesson: each function makes one lesson of another. Scenes are counted from 0."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from viewer.model.lessons.lesson import Lesson, LessonScene


def added(lesson: Lesson, scene: LessonScene, number: int) -> Lesson:
    """One more scene, which becomes that one."""
    return lesson.with_scenes((*lesson.scenes[:number], scene, *lesson.scenes[number:]))


def deleted(lesson: Lesson, number: int) -> Lesson:
    """One scene less."""
    return lesson.with_scenes((*lesson.scenes[:number], *lesson.scenes[number + 1 :]))


def moved(lesson: Lesson, number: int, to: int) -> Lesson:
    """A scene at another place, with all that lie between moved up or down."""
    return added(deleted(lesson, number), lesson.scenes[number], to)


def duplicated(lesson: Lesson, number: int) -> Lesson:
    """A scene twice, one behind the other."""
    return added(lesson, lesson.scenes[number], number + 1)


def rewritten(lesson: Lesson, number: int, **aspects: Any) -> Lesson:
    """A scene with some of its aspects otherwise."""
    scenes = list(lesson.scenes)
    scenes[number] = replace(scenes[number], **aspects)
    return lesson.with_scenes(scenes)
