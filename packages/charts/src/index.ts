export { Bars, type BarsProps } from "./bars.js";
export { Classes, type ClassesProps } from "./classes.js";
export { Course, courseInWords, Spark, type CourseProps, type Point } from "./course.js";
export { chartNumber } from "./number.js";
export { onPaper, type Paint } from "./paint.js";
