/** As the root's, inside the frame, so that the menu stays. */
export { default, metadata } from "@/app/not-found";
