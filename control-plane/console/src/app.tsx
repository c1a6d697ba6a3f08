import { MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { ApiError, isSignedOut } from "./api/errors.ts";
import { keys } from "./api/keys.ts";
import { Shell } from "./components/shell.tsx";
import { TextProvider } from "./i18n/text.tsx";
import { LiveProvider } from "./live/live-provider.tsx";
import { AgentsPage } from "./pages/agents.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { QueuePage } from "./pages/queue.tsx";
import { ScanPage } from "./pages/scan.tsx";
import { ScansPage } from "./pages/scans.tsx";
import { SessionGate } from "./session/session-gate.tsx";
import { theme } from "./theme.ts";

/** Charts, planner and schedules come along when somebody opens them. */
const CapacityPage = lazy(async () => ({ default: (await import("./pages/capacity.tsx")).CapacityPage }));
/** With the engine of the agents, which is larger than the console. */
const RulesPage = lazy(async () => ({ default: (await import("./pages/rules.tsx")).RulesPage }));

/** A session that ended shows the sign-in page, whichever request found out. */
const onError = (error: unknown) => {
  if (isSignedOut(error)) client.setQueryData(keys.me, null);
};

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // What the API has refused, it refuses again.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <TextProvider>
        <QueryClientProvider client={client}>
          <SessionGate>
            {(me) => (
              <LiveProvider>
                <Shell me={me}>
                  <Switch>
                    <Route path="/">
                      <Redirect to="/scans" replace />
                    </Route>
                    <Route path="/scans" component={ScansPage} />
                    <Route path="/scans/:id">{({ id }) => <ScanPage key={id} id={id} />}</Route>
                    <Route path="/queue" component={QueuePage} />
                    <Route path="/agents" component={AgentsPage} />
                    <Route path="/capacity">
                      <Suspense fallback={null}>
                        <CapacityPage />
                      </Suspense>
                    </Route>
                    <Route path="/rules">
                      <Suspense fallback={null}>
                        <RulesPage />
                      </Suspense>
                    </Route>
                    <Route component={NotFoundPage} />
                  </Switch>
                </Shell>
              </LiveProvider>
            )}
          </SessionGate>
        </QueryClientProvider>
      </TextProvider>
    </MantineProvider>
  );
}
