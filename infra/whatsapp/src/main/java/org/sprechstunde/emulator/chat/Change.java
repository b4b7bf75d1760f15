package org.sprechstunde.emulator.chat;

/** A bubble that is new or has changed, and in whose chat. */
public record Change(Citizen citizen, ChatMessage bubble) {}
