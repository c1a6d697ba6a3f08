import { Center, Loader } from "@mantine/core";
import type { Me } from "@dataguardian/shared/api";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useRef } from "react";
import { meQuery } from "../api/session.ts";
import { Loaded } from "../components/loaded.tsx";
import { useText } from "../i18n/text.tsx";
import { SignInPage } from "../pages/sign-in.tsx";

const MeContext = createContext<Me | null>(null);

/** Shows the console to whoever is signed in, and the sign-in page, at the same address, to everybody else. */
export function SessionGate({ children }: { children: (me: Me) => ReactNode }) {
  const { t } = useText();
  const me = useQuery(meQuery);
  const wasSignedIn = useRef(false);
  if (me.data) wasSignedIn.current = true;
  if (me.isPending) {
    return (
      <Center h="100dvh">
        <Loader aria-label={t.app.loading} />
      </Center>
    );
  }
  return (
    <Loaded query={me}>
      {(known) =>
        known === null ? (
          <SignInPage ended={wasSignedIn.current} />
        ) : (
          <MeContext value={known}>{children(known)}</MeContext>
        )
      }
    </Loaded>
  );
}

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("useMe needs a SessionGate around it");
  return me;
}

/** The control plane decides; this hides what it would refuse. */
export const useIsAdmin = (): boolean => useMe().role !== "member";
