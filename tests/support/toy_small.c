/*
 * The call most tests begin with.
 */
#include "support/toy.h"

toy toy_small(void)
{
    return (toy){
        .node_count = 3,
        .mood = {50, 50, 50},
        .nodes = {{.id = "a",
                   .kind = RP_TURN,
                   .line_count = 1,
                   .lines = {{.text = "yes"}},
                   .choice_count = 2,
                   .choices =
                       {{.id = "go", .points = {2, 1, 1}},
                        {.id = "on", .route_count = 1, .route = {{.to = "b"}}}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "b",
                   .kind = RP_TURN,
                   .line_count = 1,
                   .lines = {{.text = "no"}},
                   .choice_count = 1,
                   .choices = {{.id = "r"}},
                   .route_count = 1,
                   .route = {{.to = "end"}}},
                  {.id = "end", .kind = RP_ENDING, .outcome = RP_RESOLVED}},
    };
}
