/** What is to be changed, and why: persons beside their grants, compared one by one. Pure: values in, values out. */
package dev.accolade.plan;
