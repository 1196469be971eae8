/** From {@code config/rules.yaml} to what a person has earned. Pure: text and values in, values out. */
package dev.accolade.rules;
