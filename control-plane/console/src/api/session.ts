import { queryOptions } from "@tanstack/react-query";
import { accepted, api, postAuth } from "./client.ts";
import { isSignedOut } from "./errors.ts";
import { keys } from "./keys.ts";

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async ({ signal }) => {
    try {
      return await accepted(api.v1.me.$get({}, { init: { signal } }));
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const signIn = (email: string, password: string) => postAuth("sign-in/email", { email, password });

export const signOut = () => postAuth("sign-out", {});
