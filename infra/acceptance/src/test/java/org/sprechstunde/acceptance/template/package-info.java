/**
 * What must hold for template.yaml. {@link org.sprechstunde.acceptance.template.Rule} lists it, and
 * {@link org.sprechstunde.acceptance.template.TemplateMutant} breaks each rule once, so that no rule sleeps.
 */
@NullMarked
package org.sprechstunde.acceptance.template;

import org.jspecify.annotations.NullMarked;
