package org.sprechstunde.local.template;

/** The template says something that cannot be true or that this reader does not understand. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
