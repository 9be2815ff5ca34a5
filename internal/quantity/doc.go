// Package quantity reads the numbers of a run, whatever way they are written:
// amounts with their scale and unit, fractions, times of day, orders of magnitude.
//
// [Amounts] are the numbers of a run as facts with an exact value. [SameAmount] and
// [SameMeasure] tell whether two such values are one number; which number of a quote
// stands for which of the transcript is not asked here, nor whether a number is a
// date: see package calendar. Both read the stretches of package numeral.
package quantity
