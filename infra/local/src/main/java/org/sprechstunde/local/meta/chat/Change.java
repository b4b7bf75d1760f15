package org.sprechstunde.local.meta.chat;

/** A bubble that is new or has changed, and in whose chat. */
public record Change(Citizen citizen, Bubble bubble) {}
